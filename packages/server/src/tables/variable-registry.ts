import { distance } from 'fastest-levenshtein'
import type { Release } from '../release/published-releases.ts'
import type { ReleasedVariable } from '../release/release-codebook.ts'
import { type RequestError, requestError } from './request-error.ts'

/** The variables of published waves by code, as the latest of the given releases describes each. */
export type VariableRegistry = ReadonlyMap<string, ReleasedVariable>

/** Collects the variables of releases; where several describe one, the last given wins. */
export function variableRegistry(releases: readonly Pick<Release, 'codebook'>[]): VariableRegistry {
  return new Map(
    releases.flatMap(({ codebook }) => codebook.variables.map((variable) => [variable.code, variable])),
  )
}

const ofRelease = new WeakMap<object, VariableRegistry>()

/** The variables of one release. */
export function ownRegistry({ codebook }: Release): VariableRegistry {
  const registry = ofRelease.get(codebook) ?? variableRegistry([{ codebook }])
  ofRelease.set(codebook, registry)
  return registry
}

const ofTable = new WeakMap<readonly Release[], Map<string, VariableRegistry>>()

/** The variables of published waves; where the releases of a table have one, with all that any of these knows of it. */
export function tableRegistry(published: readonly Release[], releases: readonly Release[]): VariableRegistry {
  const registries = ofTable.get(published) ?? new Map<string, VariableRegistry>()
  ofTable.set(published, registries)
  const key = releases.map(({ digest }) => digest).join()
  const registry =
    registries.get(key) ?? withEveryAnswer(variableRegistry([...published, ...releases]), releases)
  registries.set(key, registry)
  return registry
}

/** The registry with the categories and nets of any of the releases, labelled as the last that has each. */
function withEveryAnswer(registry: VariableRegistry, releases: readonly Release[]): VariableRegistry {
  const complete = new Map(registry)
  for (const code of releases.flatMap(({ codebook }) =>
    codebook.variables.map((variable) => variable.code),
  )) {
    const asked = releases.flatMap((release) => ownRegistry(release).get(code) ?? [])
    const categories = byCode(asked.flatMap((variable) => variable.categories ?? []))
    const nets = byCode(asked.flatMap((variable) => variable.nets ?? []))
    complete.set(code, {
      ...registry.get(code)!,
      ...(categories.length > 0 ? { categories } : {}),
      ...(nets.length > 0 ? { nets } : {}),
    })
  }
  return complete
}

function byCode<Answer extends { readonly code: string }>(answers: readonly Answer[]): Answer[] {
  return [...new Map(answers.map((answer) => [answer.code, answer])).values()]
}

/** Looks up a variable, or says which codes are close. */
export function findVariable(registry: VariableRegistry, code: string): ReleasedVariable | RequestError {
  const variable = registry.get(code)
  if (variable !== undefined) return variable
  const close = closeCodes(code, [...registry.keys()])
  const hint =
    close.length > 0 ? `Did you mean ${close.join(', ')}?` : 'The query "variables" lists those that are.'
  const message = `No published wave has a variable "${code}". ${hint}`
  return requestError('UNKNOWN_VARIABLE', message, { variable: code, suggestions: close })
}

/** What is far longer than any code is close to none. */
const longestTypo = 100

function closeCodes(code: string, known: readonly string[]): string[] {
  if (code.length > longestTypo) return []
  return known
    .map((candidate) => ({ candidate, edits: distance(code.toLowerCase(), candidate) }))
    .filter(({ candidate, edits }) => edits <= Math.max(2, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}
