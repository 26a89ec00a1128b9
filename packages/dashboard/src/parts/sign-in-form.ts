import { html, type TemplateResult } from 'lit-html'
import type { Texts } from '../texts/texts.ts'
import { problemText } from './problem.ts'

/** The form to sign in with as a partner, which says what becomes of the secret. */
export function signInForm(
  texts: Texts,
  signIn: (clientId: string, clientSecret: string) => Promise<void>,
): TemplateResult {
  const submit = async (event: Event) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const said = form.querySelector('[role=alert]')!
    const { clientId, clientSecret } = Object.fromEntries(new FormData(form)) as Record<string, string>
    const button = form.querySelector('button')!
    said.textContent = ''
    button.disabled = true
    await signIn(clientId!.trim(), clientSecret!.trim()).catch((error: unknown) => {
      said.textContent = problemText(error, texts)
    })
    button.disabled = false
  }
  return html`<h1>${texts.signIn}</h1>
    <p>${texts.signInExplained}</p>
    <form class="sign-in" @submit=${submit}>
      <label for="client-id">${texts.clientId}
        <input id="client-id" name="clientId" required autocomplete="off" spellcheck="false" />
      </label>
      <label for="client-secret">${texts.clientSecret}
        <input id="client-secret" name="clientSecret" type="password" required autocomplete="off" />
      </label>
      <p class="error" role="alert"></p>
      <button type="submit">${texts.signInButton}</button>
    </form>`
}
