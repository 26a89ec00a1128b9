import { expect, test } from 'vitest'
import type { CodebookLevel, CodebookVariable } from './codebook-format.ts'
import { checkHierarchy } from './hierarchy-rules.ts'

const label = { nl: 'x', en: 'x' }

/** A level of groups such as `west: 'delft westland'`. */
function level(code: string, groups: Record<string, string>): CodebookLevel {
  const categories = Object.entries(groups).map(([group, codes]) => ({
    code: group,
    label,
    categories: codes.split(' '),
  }))
  return { code, label, categories }
}

const area: CodebookVariable = {
  code: 'area',
  measurement: 'nominal',
  label,
  role: 'background',
  categories: ['delft', 'westland', 'wassenaar', 'zoetermeer'].map((code) => ({ code, label })),
}
const part = level('part', { west: 'delft westland', north: 'wassenaar', east: 'zoetermeer' })
const side = level('side', { west: 'delft westland', rest: 'wassenaar zoetermeer' })

test('levels that part the categories, each coarser than the one before, are right', () => {
  expect(checkHierarchy({ ...area, hierarchy: [part, side] })).toEqual([])
  expect(checkHierarchy({ code: 'joy', measurement: 'numeric', label, sensitive: true })).toEqual([])
})

test.each<[string, Partial<CodebookVariable>, string, string]>([
  [
    'a level twice',
    { hierarchy: [part, { ...side, code: 'part' }] },
    'area.hierarchy.part',
    'the code part stands here twice',
  ],
  [
    'a group twice',
    { hierarchy: [{ ...side, categories: side.categories.map((group) => ({ ...group, code: 'a' })) }] },
    'area.hierarchy.side.a',
    'the code a stands here twice',
  ],
  [
    'a category left out',
    { hierarchy: [level('side', { west: 'delft westland', rest: 'wassenaar' })] },
    'area.hierarchy.side',
    'leaves zoetermeer out; put it in one category of the level of area',
  ],
  [
    'a category in two groups',
    { hierarchy: [level('side', { west: 'delft westland', rest: 'wassenaar zoetermeer delft' })] },
    'area.hierarchy.side',
    'holds delft twice; put it in one category of the level of area',
  ],
  [
    'what is no category',
    { hierarchy: [level('side', { west: 'delft westland', rest: 'wassenaar zoetermeer leiden' })] },
    'area.hierarchy.side',
    'leiden is not a category of area',
  ],
  [
    'a level that parts a group of the one before',
    { hierarchy: [part, level('side', { one: 'delft', two: 'westland wassenaar zoetermeer' })] },
    'area.hierarchy.side',
    'parts west, which part holds together; a level unites those of the one before',
  ],
  [
    'a level no coarser than the one before',
    { hierarchy: [side, { ...side, code: 'again' }] },
    'area.hierarchy.again',
    'has as many categories as side; a level must be coarser than the one before',
  ],
  [
    'a hierarchy of a question',
    { role: undefined, hierarchy: [side] },
    'area',
    'has a hierarchy, which is for background variables; leave it out or give it the role background',
  ],
  [
    'a background variable that is sensitive',
    { sensitive: true },
    'area',
    'is a background variable and sensitive; what singles people out is protected already, leave one out',
  ],
  [
    'a text that is sensitive',
    { role: undefined, sensitive: true, measurement: 'text', categories: [] },
    'area',
    'is text, which is never sensitive: leave that out',
  ],
])('%s', (_, changes, path, message) => {
  const { role, ...rest } = { ...area, ...changes }
  expect(checkHierarchy({ ...rest, ...(role === undefined ? {} : { role }) })).toEqual([
    { path: `variables.${path}`, message },
  ])
})
