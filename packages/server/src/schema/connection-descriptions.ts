import { readableBy } from './readable-by.ts'

/** Descriptions and rules of the types and fields that Relay's conventions prescribe. */
export const connectionDescriptions = {
  cursorType: 'String',
  idFieldOptions: { description: 'Identifies the object for `node`; opaque.' },
  nodeTypeOptions: {
    ...readableBy('EVERYONE'),
    description: 'An object that can be fetched again by its id.',
  },
  nodeQueryOptions: {
    ...readableBy('EVERYONE'),
    description: 'Fetches an object by its id; null when there is none.',
    args: { id: { description: 'The id of the object.' } },
  },
  nodesQueryOptions: {
    ...readableBy('EVERYONE'),
    description: 'Fetches objects by their ids, in the same order; null where there is none.',
    args: { ids: { description: 'The ids of the objects.' } },
  },
  pageInfoTypeOptions: { ...readableBy('EVERYONE'), description: 'Where a page of a connection stands.' },
  hasNextPageFieldOptions: { description: 'Whether more items follow.' },
  hasPreviousPageFieldOptions: { description: 'Whether items precede this page.' },
  startCursorFieldOptions: { description: 'Cursor of the first item; null on an empty page.' },
  endCursorFieldOptions: { description: 'Cursor of the last item; null on an empty page.' },
  pageInfoFieldOptions: { description: 'Where this page stands.' },
  cursorFieldOptions: { description: 'Where the item stands; opaque.' },
  firstArgOptions: { description: 'How many items from the start, 100 at most.' },
  lastArgOptions: { description: 'How many items from the end, 100 at most.' },
  afterArgOptions: { description: 'Only items after this cursor.' },
  beforeArgOptions: { description: 'Only items before this cursor.' },
} as const
