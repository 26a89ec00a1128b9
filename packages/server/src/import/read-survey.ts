import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Codebook, CodebookWave } from '../codebook/codebook-format.ts'
import { readCodebook } from '../codebook/read-codebook.ts'
import { fileOnDisk } from './answer-file.ts'
import { type CheckedAnswers, checkAnswers } from './check-answers.ts'

/** A codebook and the answers to its waves, checked. */
export interface Survey {
  readonly codebook: Codebook
  /** SHA-256 of the codebook, in hexadecimal; absent when it is of no file. */
  readonly digest?: string
  /** By wave code, for the waves that have answers. */
  readonly answers: ReadonlyMap<string, CheckedAnswers>
}

/** One thing wrong in the files of a survey. */
export interface SurveyProblem {
  readonly file: string
  /** Row and column of a file of answers; the place in a codebook stands in `column`. */
  readonly row: number | null
  readonly column: string | null
  readonly code: string
  readonly message: string
  /** Of `TOO_MANY_PROBLEMS`, how many are not listed. */
  readonly more?: number
}

/** Told how far an import is: rows of a wave that were checked, or written, and of how many where that is known. */
export type ImportProgress = (wave: string, stage: 'checked' | 'written', rows: number, of?: number) => void

/** Reads a codebook file and the files of answers it names, or says everything that is wrong in them. */
export async function readSurvey(
  codebookFile: string,
  progress?: ImportProgress,
): Promise<Survey | { readonly problems: SurveyProblem[] }> {
  const bytes = await readBytes(codebookFile)
  if (bytes === undefined) return { problems: [missingFile(codebookFile)] }
  if (!isUtf8(bytes)) return { problems: [wrongEncoding(codebookFile)] }
  const read = readCodebook(bytes.toString('utf8'))
  if ('problems' in read) {
    return {
      problems: read.problems.map(({ path: column, message }) => ({
        file: codebookFile,
        row: null,
        column,
        code: 'INVALID_CODEBOOK',
        message,
      })),
    }
  }
  const answers = new Map<string, CheckedAnswers>()
  const problems: SurveyProblem[] = []
  for (const wave of read.codebook.waves) {
    if (wave.responses === null) continue
    const file = path.join(path.dirname(codebookFile), wave.responses)
    const found = await readWave(read.codebook, wave, file, progress)
    if ('problems' in found) problems.push(...found.problems)
    else answers.set(wave.code, found)
  }
  const digest = createHash('sha256').update(bytes).digest('hex')
  return problems.length > 0 ? { problems } : { codebook: read.codebook, digest, answers }
}

async function readWave(
  { variables }: Codebook,
  wave: CodebookWave,
  name: string,
  progress: ImportProgress | undefined,
): Promise<CheckedAnswers | { readonly problems: SurveyProblem[] }> {
  const file = await fileOnDisk(name)
  if (file === undefined) return { problems: [missingFile(name)] }
  const asked = wave.variables.flatMap((code) => variables.filter((variable) => variable.code === code))
  const read = await checkAnswers(file, asked, wave.design ?? {}, {
    progress: (rows) => progress?.(wave.code, 'checked', rows),
  })
  return 'problems' in read
    ? { problems: read.problems.map((problem) => ({ file: name, ...problem })) }
    : read
}

function readBytes(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return undefined
    throw error
  })
}

function wrongEncoding(file: string): SurveyProblem {
  const message = 'the codebook is not UTF-8; save it as UTF-8 and import it again'
  return { file, row: null, column: null, code: 'WRONG_ENCODING', message }
}

function missingFile(file: string): SurveyProblem {
  return { file, row: null, column: null, code: 'FILE_NOT_FOUND', message: `there is no file ${file}` }
}
