import { escapeHtml } from '../escape-html.ts'

/** A form of one button. */
export interface PageButton {
  readonly label: string
  readonly action: string
  /** What is sent along, not shown. */
  readonly fields: Readonly<Record<string, string>>
}

/** What a page of the issuer may load and do: its own look, and sending its form to its own host. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** A small page without scripts: a title, some paragraphs, and at most one button. */
export function issuerPage(title: string, paragraphs: readonly string[], button?: PageButton): string {
  const fields = Object.entries(button?.fields ?? {}).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  )
  const form =
    button &&
    `<form method="post" action="${escapeHtml(button.action)}">${fields.join('')}<button>${escapeHtml(button.label)}</button></form>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)} - PEO results service</title>
<style>body { font: 1rem/1.5 sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem } button { font: inherit; padding: .5rem 1rem }</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
${form ?? ''}
</body>
</html>
`
}
