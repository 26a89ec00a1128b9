import { kernel } from './kernel.ts'
import type { Field, Layout } from './layout.ts'

/** Respondents worked on at once: few enough to stay in the nearest cache. */
const chunk = 4096

// Where things lie in the kernel's memory.
const source = 0
const outside = chunk
const lane = 2 * chunk
const keys = 3 * chunk
const chunkWeights = 8 * chunk
const counts = 16 * chunk

/** Keys are counted four at a time: those behind the last respondent go to a place of nobody. */
const spare = 4

const views = () => ({
  bytes: new Uint8Array(kernel.memory.buffer),
  words: new Int32Array(kernel.memory.buffer),
  doubles: new Float64Array(kernel.memory.buffer),
})

let memory = views()

/** Sums by joint value, valid until the next are made. */
export interface JointMoments {
  readonly respondents: Int32Array
  /** The sum of weights and that of squared weights, in turn; absent in a count without weights. */
  readonly weights: Float64Array | undefined
}

/**
 * Sums respondents by joint value in one pass, a chunk at a time. Weights are added in the order of the respondents.
 */
export function jointMoments(layout: Layout, weights: Float64Array | undefined, size: number): JointMoments {
  const places = 2 ** layout.bits
  const sums = counts + 4 * (places + spare)
  const end = weights ? sums + 16 * places : sums
  const { bytes, words, doubles } = reserve(end)
  bytes.fill(0, counts, end)
  for (let from = 0; from < size; from += chunk) {
    const count = Math.min(chunk, size - from)
    words.fill(0, keys / 4, keys / 4 + count)
    for (const { shift, fields } of layout.lanes) {
      bytes.fill(0, lane, lane + count)
      for (const field of fields) pack(bytes, field, from, count)
      kernel.widen(keys, lane, count, shift)
    }
    words.fill(places, keys / 4 + count, keys / 4 + count + spare)
    kernel.count(counts, keys, count)
    if (weights) {
      doubles.set(weights.subarray(from, from + count), chunkWeights / 8)
      kernel.sum(sums, keys, chunkWeights, count)
    }
  }
  return {
    respondents: words.subarray(counts / 4, counts / 4 + places),
    weights: weights && doubles.subarray(sums / 8, sums / 8 + 2 * places),
  }
}

/** The kernel's memory, at least so many bytes of it. */
function reserve(end: number): typeof memory {
  const missing = end - memory.bytes.length
  if (missing > 0) {
    kernel.memory.grow(Math.ceil(missing / 65536))
    memory = views()
  }
  return memory
}

function pack(bytes: Uint8Array, { read, shift }: Field, from: number, count: number): void {
  if ('codes' in read) {
    bytes.set(read.codes.subarray(from, from + count), source)
    kernel.put(lane, source, count, (1 << read.bits) - 1, shift)
    return
  }
  bytes.fill(1, outside, outside + count)
  for (const { codes, code } of read.members) {
    bytes.set(codes.subarray(from, from + count), source)
    kernel.keepOthers(outside, source, count, code)
  }
  kernel.put(lane, outside, count, 1, shift)
}
