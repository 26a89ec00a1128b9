import { uploadedFile } from '../import/answer-file.ts'
import { requestError } from '../tables/request-error.ts'
import { builder } from './builder.ts'
import { requestFailure } from './request-failure.ts'

builder.scalarType('Date', {
  description: 'A calendar day, such as 2022-04-01.',
  serialize: (date) => date.toISOString().slice(0, 10),
  parseValue: (value) => {
    // What is no text may be as large as memory: a list whose last place is its only one.
    const text = typeof value === 'string' ? value.slice(0, 40) : ''
    const date = new Date(`${text}T00:00:00Z`)
    // PostgreSQL has no year 0, and a day that is none, such as 2022-02-30, becomes another one.
    const isDay = /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)
    if (isDay && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return date
    const told = typeof value === 'string' ? JSON.stringify(text) : 'What is no text'
    throw requestFailure(requestError('INVALID_INPUT', `${told} is no day; write one such as 2022-04-01.`))
  },
})

builder.scalarType('JSON', { description: 'Any JSON value.', serialize: (value) => value })

builder.scalarType('File', {
  description:
    'A file, sent as the GraphQL multipart request specification says (https://github.com/jaydenseric/graphql-multipart-request-spec), by staff alone.',
  parseValue: (value) => {
    // Nothing that comes as JSON has functions.
    if (value instanceof Object && 'stream' in value && typeof value.stream === 'function')
      return uploadedFile(value as File)
    throw requestFailure(
      requestError('INVALID_INPUT', 'This is no file; send it as a part of multipart/form-data.'),
    )
  },
})
