import { builder } from './builder.ts'

builder.scalarType('Date', {
  description: 'A calendar day, such as 2022-04-01.',
  serialize: (date) => date.toISOString().slice(0, 10),
  parseValue: (value) => {
    const date = new Date(`${value}T00:00:00Z`)
    if (!/^\d{4}-/.test(String(value)) || Number.isNaN(date.getTime()))
      throw new TypeError(`"${value}" is not a day such as 2022-04-01`)
    return date
  },
})

builder.scalarType('JSON', { description: 'Any JSON value.', serialize: (value) => value })
