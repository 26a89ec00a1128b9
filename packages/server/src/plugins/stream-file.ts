import type { ServerResponse } from 'node:http'
import { unexpectedFailure } from './unexpected-failure.ts'

/**
 * Reads on only when what was read is sent. Where that fails, the file breaks off so that it does not look whole: over a
 * stream's error, which nobody listens to, Node.js would end the process.
 */
export function streamOf(
  chunks: AsyncGenerator<Uint8Array>,
  response?: ServerResponse,
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        const { message } = unexpectedFailure(error)
        if (response === undefined) return controller.error(new Error(message))
        response.destroy()
        controller.close()
      }
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}
