import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { randomNumbers } from './random-numbers.ts'

const label = (text: string) => ({ nl: text, en: text })
const categories = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    code: String(index + 1),
    label: label(`Answer ${index + 1}`),
  }))

/** Forty questions: 24 with one answer of five, ten with several of four, four grades, a remark and a weight. */
const variables = Array.from({ length: 40 }, (_, index) => {
  const code = `q${index + 1}`
  const named = { code, label: label(`Question ${index + 1}`) }
  if (index < 24) return { ...named, measurement: 'nominal', categories: categories(5) }
  if (index < 34) return { ...named, measurement: 'multiple', categories: categories(4) }
  if (index < 38) return { ...named, measurement: 'numeric', minimum: 1, maximum: 10 }
  return { ...named, measurement: index === 38 ? 'text' : 'weight' }
})

/** Writes a codebook of forty questions and a CSV file of answers into a folder; gives the path of the codebook. */
export async function writeSurvey(folder: string, respondents: number): Promise<string> {
  await mkdir(folder, { recursive: true })
  const wave = {
    code: 'bench',
    title: label('Bench'),
    theme: 'bench',
    fieldwork: { from: '2020-01-01', to: '2020-02-29' },
    publication: null,
    responses: 'bench.csv',
    variables: variables.map(({ code }) => code),
  }
  const codebook = path.join(folder, 'codebook.json')
  await writeFile(codebook, JSON.stringify({ variables, waves: [wave] }))
  const file = createWriteStream(path.join(folder, 'bench.csv'))
  const columns = variables.flatMap(({ code, measurement }) =>
    measurement === 'multiple' ? [1, 2, 3, 4].map((option) => `${code}__${option}`) : [code],
  )
  file.write(`respondent,${columns.join()}\n`)
  const random = randomNumbers(1)
  const upTo = (count: number) => 1 + Math.floor(random() * count)
  for (let row = 1; row <= respondents; row++) {
    const fields = variables.map(({ measurement }) => {
      if (measurement === 'nominal') return upTo(5)
      if (measurement === 'multiple') return [1, 2, 3, 4].map(() => upTo(2) - 1).join()
      if (measurement === 'numeric') return upTo(10)
      return measurement === 'text' ? (row % 10 === 0 ? '"Meer tijd, één collega"' : '') : 1
    })
    if (!file.write(`${row},${fields.join()}\n`)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
  return codebook
}
