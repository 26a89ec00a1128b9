import { type ReleasePlan, releaseCost } from '@peo/disclosure'
import { resolveArrayConnection } from '@pothos/plugin-relay'
import { releaseCodebook } from '../release/release-codebook.ts'
import { variableCodes } from '../release/wave-data.ts'
import { builder } from './builder.ts'
import { codeNames } from './labelled-code.ts'
import { readableBy } from './readable-by.ts'
import { WithheldGroupConnection, WithheldGroupType } from './withheld-group.ts'

builder.prismaObjectField('Release', 'withheldGroups', (t) =>
  t.connection(
    {
      ...readableBy('STAFF'),
      type: WithheldGroupType,
      description: 'The groups that it withholds, by question and by shape; for staff only.',
      select: { plan: true, codebook: true },
      resolve: (release, args) => {
        const codebook = releaseCodebook.parse(release.codebook)
        const variables = new Map(
          codebook.variables.map((variable) => [variable.code, variableCodes(variable)]),
        )
        const { withheld } = releaseCost(variables, release.plan as unknown as ReleasePlan)
        const names = codeNames(codebook)
        return resolveArrayConnection(
          { args, defaultSize: 100, maxSize: 100 },
          withheld.map((group) => ({ group, names })),
        )
      },
    },
    WithheldGroupConnection,
  ),
)
