import './scalars.ts'
import './wave.ts'
import './question.ts'
import './variable.ts'
import './crosstab.ts'
import './means.ts'
import './viewer.ts'
import './client.ts'
import './staff-account.ts'
import './respondent.ts'
import './anonymisation.ts'
import './release-preview.ts'
import './release-reasons.ts'
import './audit-entry.ts'
import './wave-life.ts'
import { builder } from './builder.ts'

/** The GraphQL schema of the service. */
export const schema = builder.toSchema()
