import { createInterface } from 'node:readline'
import { CommandError, exitCodes } from './exit-codes.ts'

const stopped = () => new CommandError(exitCodes.usage, 'Stopped.')

/**
 * A line that is typed behind a question.
 *
 * @throws CommandError where Ctrl+C or Ctrl+D stops it
 */
export function asked(question: string): Promise<string> {
  const { stdin, stderr } = process
  const terminal = createInterface({ input: stdin, output: stderr })
  return new Promise((resolve, reject) => {
    const closed = () => {
      stderr.write('\n')
      reject(stopped())
    }
    terminal.once('close', closed)
    terminal.once('line', (line) => {
      terminal.off('close', closed).close()
      resolve(line)
    })
    terminal.setPrompt(question)
    terminal.prompt()
  })
}

/**
 * A line that is typed unseen behind a question.
 *
 * @throws CommandError where Ctrl+C or Ctrl+D stops it
 */
export function askedUnseen(question: string): Promise<string> {
  const { stdin: input, stderr } = process
  return new Promise((resolve, reject) => {
    let typed = ''
    input.setRawMode(true)
    input.resume()
    input.setEncoding('utf8')
    stderr.write(question)
    const end = (settle: () => void) => {
      input.setRawMode(false)
      input.pause()
      input.off('data', take)
      stderr.write('\n')
      settle()
    }
    const take = (text: string) => {
      for (const sign of text) {
        if (sign === '\r' || sign === '\n') return end(() => resolve(typed))
        if (sign === '\u0003' || sign === '\u0004') return end(() => reject(stopped()))
        typed = sign === '\u007F' || sign === '\b' ? typed.slice(0, -1) : typed + sign
      }
    }
    input.on('data', take)
  })
}
