import { staffTabs } from './staff-tabs.ts'

/** The tabs for staff as GraphiQL keeps tabs between visits. */
const keptTabs = staffTabs.map(({ query, variables = null }, place) => {
  const title = /(?:query|mutation) (\w+)/.exec(query)![1]!
  return {
    id: `staff-${place}`,
    title,
    query,
    variables,
    headers: null,
    operationName: title,
    response: null,
  }
})

/** Opens the tabs for staff, once for a browser, before GraphiQL starts: while it runs it writes its own over them. */
export const openStaffTabs = `<script>
if (localStorage.getItem('peo:staff-tabs') === 'wanted') {
  localStorage.setItem('peo:staff-tabs', 'opened')
  const kept = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{"tabs":[]}').tabs
  const tabs = [...${JSON.stringify(keptTabs).replaceAll('<', '\\u003c')}, ...kept]
  localStorage.setItem('graphiql:tabState', JSON.stringify({ tabs, activeTabIndex: 0 }))
  // GraphiQL opens the tab whose text it was left with.
  localStorage.setItem('graphiql:query', tabs[0].query)
  localStorage.setItem('graphiql:variables', tabs[0].variables)
  localStorage.removeItem('graphiql:headers')
}
</script>`

/**
 * What GraphiQL's page has for who signs in: a link to sign in, or who is signed in and a button to sign out. It asks the
 * service who that is, so that the page itself is the same for everyone.
 *
 * @param url the origin at which browsers reach the service
 */
export function graphiqlSignIn(url: string): string {
  return `<style>
#who { position: fixed; right: 1rem; bottom: 1rem; z-index: 9; font: 14px sans-serif; padding: .4rem .8rem; border-radius: .4rem; background: #eef; color: #223 }
#who a, #who button, #save { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-decoration: underline; cursor: pointer }
</style>
<div id="who"></div>
<script type="module">
const who = document.getElementById('who')
// An answer that holds a file is offered as one: codes of invitations are shown only once.
const fetched = window.fetch
window.fetch = async (...request) => {
  const response = await fetched(...request)
  if (/json/.test(response.headers.get('content-type'))) {
    const { data } = await response.clone().json().catch(() => ({}))
    for (const [name, field] of Object.entries(data ?? {})) if (typeof field?.csv === 'string') offer(name, field.csv)
  }
  return response
}
const offer = (name, csv) => {
  document.getElementById('save')?.remove()
  const link = document.createElement('a')
  link.id = 'save'
  link.download = name + '.csv'
  link.href = URL.createObjectURL(new Blob(['\\uFEFF', csv], { type: 'text/csv' }))
  link.textContent = 'Save as CSV'
  who.prepend(link, ' ')
}
const ask = (path, type, body) => fetch(path, { method: 'POST', headers: { 'content-type': type }, body })
const signedOut = () => {
  who.innerHTML = '<a>Sign in</a>'
  who.firstChild.href = ${JSON.stringify(`${url}/auth/sign-in`)}
}
const answer = await (await ask('/graphql', 'application/json', JSON.stringify({ query: '{ viewer { role name } }' }))).json()
const viewer = answer.data?.viewer
if (viewer?.name == null) signedOut()
else {
  who.textContent = viewer.name + ' '
  const button = document.createElement('button')
  button.textContent = 'Sign out'
  button.onclick = async () => {
    const answer = await ask('/auth/sign-out', 'application/x-www-form-urlencoded', '').catch(() => ({ ok: false }))
    if (answer.ok) signedOut()
    else button.textContent = 'Not signed out: try again'
  }
  who.append(button)
  if (viewer.role === 'STAFF' && localStorage.getItem('peo:staff-tabs') === null) {
    localStorage.setItem('peo:staff-tabs', 'wanted')
    location.reload()
  }
}
</script>`
}
