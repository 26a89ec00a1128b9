import { readLogin, removeLogin } from '../login-file.ts'
import { closeSession } from '../session.ts'

/** `peo logout` */
export const logoutCommand = {
  command: 'logout',
  describe: 'forget the login; where staff signed in, end that at the service',
  async handler(): Promise<void> {
    // A damaged one is forgotten too.
    const login = await readLogin().catch(() => 'damaged' as const)
    if (login === undefined) {
      process.stdout.write('Nobody was logged in.\n')
      return
    }
    await removeLogin()
    if (login === 'damaged') {
      process.stdout.write('Logged out here; the login was damaged, so no service could be told.\n')
      return
    }
    if ('session' in login) await closeSession(login)
    process.stdout.write(`Logged out of ${login.url}.\n`)
  },
}
