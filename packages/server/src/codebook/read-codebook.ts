import { type Codebook, codebookFormat } from './codebook-format.ts'
import { type CodebookProblem, checkCodebook } from './codebook-rules.ts'

/** Reads a codebook from JSON text, or says everything that is wrong with it. */
export function readCodebook(
  text: string,
): { readonly codebook: Codebook } | { readonly problems: CodebookProblem[] } {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return { problems: [{ path: '', message: `not JSON: ${String(error)}` }] }
  }
  const parsed = codebookFormat.safeParse(json)
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    }
  }
  const problems = checkCodebook(parsed.data)
  return problems.length > 0 ? { problems } : { codebook: parsed.data }
}
