import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('..', import.meta.url).pathname

/** What each package may import of ours: arrows point one way, downwards. */
const allowed: Record<string, readonly string[]> = {
  tabulation: [],
  disclosure: ['@peo/tabulation'],
  formats: ['@peo/disclosure'],
  server: ['@peo/tabulation', '@peo/disclosure', '@peo/formats'],
  sdk: [],
  cli: ['@peo/sdk'],
  dashboard: ['@peo/sdk'],
}

/** The cores compute; they never read, write, send or look at a clock. */
const pure = ['tabulation', 'disclosure', 'formats']

async function sources(name: string): Promise<{ file: string; text: string }[]> {
  const folder = path.join(root, 'packages', name, 'src')
  const files = (await readdir(folder, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/(^|\/)(testing|generated)\//.test(file),
  )
  return Promise.all(
    files.map(async (file) => ({ file, text: await readFile(path.join(folder, file), 'utf8') })),
  )
}

/** What a file imports; text in backquotes, such as an example for the reader, is none of it. */
const imports = (text: string) =>
  [...text.replace(/`[^`]*`/g, '').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, specifier]) => specifier ?? '',
  )

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')

test('every package is listed', async () => {
  expect((await readdir(path.join(root, 'packages'))).sort()).toEqual(Object.keys(allowed).sort())
})

test.each(Object.keys(allowed))('%s imports only what lies below it', async (name) => {
  const ours = (await sources(name)).flatMap(({ file, text }) =>
    imports(text)
      .filter((specifier) => specifier.startsWith('@peo/') || /^(\.\.\/)+packages\//.test(specifier))
      .map((specifier) => ({ file, specifier })),
  )
  expect(ours.filter(({ specifier }) => !allowed[name]?.includes(specifier))).toEqual([])
})

test.each(Object.keys(allowed))('%s stays inside its own folder', async (name) => {
  const outside = (await sources(name)).flatMap(({ file, text }) =>
    imports(text)
      .filter((specifier) => specifier.startsWith('.'))
      .filter((specifier) => path.join(path.dirname(file), specifier).startsWith('..')),
  )
  expect(outside).toEqual([])
})

test.each(pure)('%s does no I/O', async (name) => {
  const impure = (await sources(name)).flatMap(({ file, text }) => [
    ...imports(text).filter((specifier) => specifier.startsWith('node:')),
    ...(/\b(process|fetch|console|setTimeout|Date\.now|Math\.random|performance)\b/.test(
      withoutComments(text),
    )
      ? [`${file} uses the world outside`]
      : []),
  ])
  expect(impure).toEqual([])
})

test('the SDK brings no package along', async () => {
  const manifest = JSON.parse(await readFile(path.join(root, 'packages/sdk/package.json'), 'utf8'))
  expect(manifest.dependencies).toBeUndefined()
  const outside = (await sources('sdk')).flatMap(({ text }) =>
    imports(text).filter((specifier) => !specifier.startsWith('.')),
  )
  expect(outside).toEqual([])
})

test('only protected tables can be formatted: nothing but the disclosure package makes the mark', async () => {
  const marks = await Promise.all(
    Object.keys(allowed).map(async (name) =>
      (await sources(name))
        .filter(({ text }) => /markProtected|as (unknown as )?Protected/.test(text))
        .map(({ file }) => `${name}/${file}`),
    ),
  )
  expect(marks.flat().every((file) => file.startsWith('disclosure/'))).toBe(true)
})

test('the server counts in one place only, where what is counted is protected at once', async () => {
  const counting = (await sources('server')).filter(({ text }) =>
    /\btabulate(Means)?\b/.test(withoutComments(text)),
  )
  expect(counting.map(({ file }) => file)).toEqual(['tables/table-worker.ts'])
})
