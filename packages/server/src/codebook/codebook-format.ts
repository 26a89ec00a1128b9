import { z } from 'zod'
import { readIsbn } from '../follow-up/isbn.ts'

const code = z
  .string()
  .regex(/^[a-z0-9_]+$/, 'is no code; write lower-case letters, digits and underscores')
  .describe('Lower-case letters, digits and underscores. Never changes.')
const waveCode = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .describe('Slug of a wave, such as peo-2022.')
const date = z.iso.date()

/** A text in the two languages of the service. */
export const label = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })

const category = z.strictObject({ code, label })

const net = z
  .strictObject({ code, label, categories: z.array(code).min(1) })
  .describe('A named union of categories, written net:<code> in tables.')

const level = z
  .strictObject({
    code,
    label,
    categories: z
      .array(category.extend({ categories: z.array(code).min(1).describe('Codes of the variable.') }))
      .min(1),
  })
  .describe('A coarser way to say a background variable: each of its categories in exactly one.')

const askedIf = z
  .strictObject({
    variable: code.describe('Code of an earlier variable.'),
    in: z
      .array(code)
      .min(1, 'names no answer that leads here; name one, or leave the routing out')
      .describe('Codes of the answers that lead here.'),
  })
  .describe('Routing: asked only of respondents who gave one of these answers to an earlier question.')

/** A variable: what is measured, the same across waves. */
export const variable = z.strictObject({
  code,
  measurement: z.enum(['nominal', 'ordinal', 'numeric', 'multiple', 'text', 'weight']),
  label,
  role: z
    .literal('background')
    .optional()
    .describe('What could identify someone: results are broken down by it.'),
  hierarchy: z
    .array(level)
    .min(1)
    .optional()
    .describe(
      'Of a background variable: levels, each coarser than the one before. Anonymised answers say it at one of them.',
    ),
  sensitive: z
    .boolean()
    .optional()
    .describe(
      'Whether nobody may learn the answer of a group to it: respondents alike in the anonymised answers differ in it.',
    ),
  partnerBoundary: z.boolean().optional().describe('Whether the categories are partner organisations.'),
  core: z.boolean().optional().describe('Whether the question is repeated in each wave.'),
  theme: code.optional(),
  minimum: z.number().optional().describe('Lowest value of a numeric variable.'),
  maximum: z.number().optional().describe('Highest value of a numeric variable.'),
  categories: z.array(category).min(1).max(250).optional(),
  nets: z.array(net).optional(),
  askedIf: askedIf.optional(),
})

/** Of a population, within what GraphQL takes for a whole number. */
const size = z.int().min(1).max(2_147_483_647)

/** How the respondents of a wave were sampled. */
export const design = z
  .strictObject({
    strata: code
      .optional()
      .describe('Nominal or ordinal variable: each of its categories was sampled by itself.'),
    clusters: code
      .optional()
      .describe(
        'Nominal, ordinal or numeric variable: respondents with the same answer were drawn together.',
      ),
    population: z
      .union([size, z.record(code, size)])
      .optional()
      .describe(
        'How many respondents (with clusters: how many clusters) there are to sample from. With strata a number by category code. Absent when unknown or very large.',
      ),
  })
  .refine(
    (value) => Object.keys(value).length > 0,
    'says nothing; leave it out or name strata, clusters or population',
  )
  .meta({
    minProperties: 1,
    description:
      'How respondents were sampled; weighted figures follow it. Default: each by itself, of a large population.',
  })

const isbn = z
  .string()
  .refine((text) => readIsbn(text) !== undefined, 'is no ISBN: its last digit does not prove the others')

/** A wave: which variables it asked, and how its results may be released. */
export const wave = z.strictObject({
  code: waveCode,
  title: label,
  theme: code,
  audience: z
    .enum(['public', 'partners'])
    .optional()
    .describe(
      'Whom the published results are for: everyone, or partners, researchers and staff alone. Default partners.',
    ),
  fieldwork: z.strictObject({ from: date, to: date }).nullable().describe('Null while not planned.'),
  publication: z
    .strictObject({ year: z.int(), isbn: isbn.optional(), authors: z.array(z.string()) })
    .nullable()
    .describe('The report on the wave.'),
  responses: z
    .string()
    .nullable()
    .describe('CSV file of answers, beside the codebook; null without answers.'),
  variables: z.array(code).describe('Codes of the variables asked, in the order of the questionnaire.'),
  comparabilityNotes: z
    .record(code, label)
    .optional()
    .describe('By variable code: what changed in wording, routing or categories since earlier waves.'),
  minimumGroupSize: z
    .int()
    .min(5)
    .optional()
    .describe('k: no group of fewer respondents is shown. Default 5.'),
  breakdowns: z
    .array(z.array(code).min(1))
    .optional()
    .describe('Sets of background variables to release results by. Default: each background variable alone.'),
  design: design.optional(),
})

/** The codebook of a survey: its variables and its waves. */
export const codebookFormat = z.strictObject({
  $schema: z.string().optional(),
  note: z.string().optional(),
  waves: z.array(wave),
  variables: z.array(variable),
})

export type Codebook = z.infer<typeof codebookFormat>
export type CodebookVariable = z.infer<typeof variable>
/** A coarser way to say a background variable. */
export type CodebookLevel = z.infer<typeof level>
export type CodebookWave = z.infer<typeof wave>
export type CodebookDesign = z.infer<typeof design>

/** The JSON Schema of the codebook format, as published in `docs/codebook.schema.json`. */
export function codebookJsonSchema(): object {
  return { title: 'PEO codebook', ...z.toJSONSchema(codebookFormat, { target: 'draft-2020-12' }) }
}
