/** For how many seconds a token of a program holds. */
export const accessTokenHolds = 300

/** For how many seconds what signs staff in holds: each step in time, and nothing remembered. */
export const signInHolds = {
  AuthorizationCode: 60,
  AccessToken: 60,
  IdToken: 300,
  Interaction: 600,
  Session: 600,
  Grant: 600,
} as const

/** The longest time to its end that an assertion of a client may have, in seconds. */
export const longestAssertion = 300
