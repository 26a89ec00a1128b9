import { type UserProblem, userProblem } from '../access/user-problem.ts'
import { type AnswerFile, pastedFile } from '../import/answer-file.ts'
import type { AnswerFormat } from '../import/open-answers.ts'
import { builder } from './builder.ts'

const AnswerFormatEnum = builder.enumType('AnswerFormat', {
  description: 'What a file of answers is.',
  values: {
    CSV: { value: 'csv', description: 'CSV in the columns of the wave.' },
    SAV: { value: 'sav', description: 'SPSS, `.sav` or `.zsav`.' },
    LIMESURVEY: { value: 'limesurvey', description: 'A CSV export of LimeSurvey, with question codes.' },
    TRIPLE_S: { value: 'triple-s', description: 'A Triple-S definition; its answers go in `data`.' },
  } satisfies Record<string, { value: AnswerFormat; description: string }>,
})

/** The fields of every input that brings a file of answers. */
export const fileFields = (t: Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]) => ({
  wave: t.string({ required: true, description: 'Code of the wave.' }),
  file: t.field({ type: 'File', description: 'The file; or `content`.' }),
  data: t.field({
    type: 'File',
    description: 'With a Triple-S definition, the file that its answers are in.',
  }),
  content: t.string({ description: 'In place of `file`, the text of a short one.' }),
  format: t.field({
    type: AnswerFormatEnum,
    description: 'What it is; seen from what is in it where this is absent.',
  }),
})

/** The fields that tell which file it is, and how to read it. */
interface FileInput {
  readonly file?: AnswerFile | null | undefined
  readonly data?: AnswerFile | null | undefined
  readonly content?: string | null | undefined
}

/** The file that somebody sent. */
export function fileOf({ file, data, content }: FileInput): AnswerFile | UserProblem {
  if ((file == null) === (content == null))
    return userProblem('INVALID_INPUT', 'file', 'Send a file, or its text as content: one of the two.')
  const given = file ?? pastedFile(content ?? '')
  return data == null ? given : { ...given, beside: async () => data }
}
