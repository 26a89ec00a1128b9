import { expect, test } from 'vitest'
import { html } from './html.ts'

test('texts are escaped, pieces are not, lists are joined, and nothing is nothing', () => {
  const items = ['<b>', '"&'].map((text) => html`<li title="${text}">${text}</li>`)
  expect(html`<ul>${items}${undefined}${false}${0}</ul>`.markup).toBe(
    '<ul><li title="&lt;b&gt;">&lt;b&gt;</li><li title="&quot;&amp;">&quot;&amp;</li>0</ul>',
  )
})
