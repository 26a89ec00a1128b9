import {
  type GraphQLArgument,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql'
import { expect, test } from 'vitest'
import { schema } from './schema.ts'

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
)

function parts(type: GraphQLNamedType): { name: string; description?: string | null | undefined }[] {
  if (isEnumType(type)) return type.getValues().map((value) => ({ ...value, name: `${type}.${value.name}` }))
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return []
  return Object.values(type.getFields()).flatMap((field) => [
    { name: `${type}.${field.name}`, description: field.description },
    ...('args' in field
      ? (field.args as readonly GraphQLArgument[]).map((argument) => ({
          name: `${type}.${field.name}(${argument.name})`,
          description: argument.description,
        }))
      : []),
  ])
}

test('everything has a description', () => {
  const all = types.flatMap((type) => [{ name: type.name, description: type.description }, ...parts(type)])
  expect(all.length).toBeGreaterThan(150)
  expect(all.filter(({ description }) => !description).map(({ name }) => name)).toEqual([])
})

/** What says whom a type or field is for. */
const readersOf = ({ extensions }: { readonly extensions: { readonly readers?: string } }) =>
  extensions.readers

test('every type has a rule, and every field of an operation its own', () => {
  const objects = types.filter((type) => isObjectType(type) || isInterfaceType(type))
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type != null,
  )
  const ruleless = [
    ...objects.filter((type) => !roots.some((root) => root === type) && !readersOf(type)).map(String),
    ...roots.flatMap((root) =>
      Object.values(root.getFields())
        .filter((field) => !readersOf(field))
        .map(({ name }) => `${root.name}.${name}`),
    ),
  ]
  expect(ruleless).toEqual([])
})

test.each([
  ['Query', ['crosstab', 'means', 'wave', 'waves', 'variable', 'variables', 'viewer', 'node']],
  [
    'Crosstab',
    [
      ...['waves', 'dimensions', 'cells', 'counts', 'columnPercents', 'base', 'statistics', 'withheld'],
      ...['csv', 'jsonStat'],
    ],
  ],
  ['Dimension', ['role', 'variable', 'categories']],
  ['DimensionVariable', ['code', 'label']],
  ['DimensionCategory', ['code', 'label', 'isNet']],
  [
    'Cell',
    [
      ...['categories', 'status', 'count', 'columnPercent', 'rowPercent', 'totalPercent', 'base'],
      ...['interval', 'higherThan'],
    ],
  ],
  ['Interval', ['low', 'high']],
  ['MeansTable', ['waves', 'dimensions', 'groups', 'csv', 'jsonStat']],
  [
    'MeanGroup',
    [...['categories', 'status', 'base', 'mean', 'standardDeviation', 'standardError', 'median'], 'interval'],
  ],
  ['Wave', ['id', 'code', 'questions', 'breakdowns']],
])('%s has the fields of the contract', (name, fields) => {
  const type = schema.getType(name)
  expect(isObjectType(type) && Object.keys(type.getFields())).toEqual(expect.arrayContaining(fields))
})

test.each([
  [
    'crosstab',
    {
      waves: '[String!]!',
      rows: 'String!',
      columns: '[String!]',
      filter: '[CategoryFilter!]',
      weighted: 'Boolean',
      confidenceLevel: 'Float',
    },
  ],
  [
    'means',
    {
      waves: '[String!]!',
      of: 'String!',
      by: '[String!]',
      filter: '[CategoryFilter!]',
      weighted: 'Boolean',
      confidenceLevel: 'Float',
    },
  ],
])('%s takes the arguments of the contract', (name, expected) => {
  const args = schema.getQueryType()?.getFields()[name]?.args ?? []
  expect(Object.fromEntries(args.map((argument) => [argument.name, String(argument.type)]))).toEqual(expected)
})

test('what is never shown again is marked so, and nothing keeps it', () => {
  const fields = types.flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []))
  const told = fields.filter(({ description }) => /never shown again/.test(description ?? ''))
  expect(told.length).toBeGreaterThan(3)
  expect(fields.filter(({ extensions }) => extensions.shownOnce)).toEqual(told)
})
