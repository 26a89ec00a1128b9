import { kernelBinary } from './kernel-binary.ts'

/** The loops of `kernel.wat`. Pointers are byte offsets in `memory`. */
interface Kernel {
  readonly memory: WebAssembly.Memory
  put(lane: number, bytes: number, count: number, mask: number, shift: number): void
  keepOthers(others: number, bytes: number, count: number, code: number): void
  widen(keys: number, lane: number, count: number, shift: number): void
  count(counts: number, keys: number, count: number): void
  sum(sums: number, keys: number, weights: number, count: number): void
}

const module = new WebAssembly.Module(Uint8Array.from(atob(kernelBinary), (char) => char.charCodeAt(0)))

/** One for each thread: what it works on lies in its own memory. */
export const kernel = new WebAssembly.Instance(module).exports as unknown as Kernel
