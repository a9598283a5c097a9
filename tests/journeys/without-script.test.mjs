// Scripts make Parvis more comfortable; without them everything is still done.
import { it } from 'node:test'
import { setUp } from './lib/acts.mjs'
import { journey, stepsOf } from './lib/world.mjs'

journey(
  'without scripts',
  (world) => {
    const step = stepsOf(world, it)
    step('the house opens', async (page) => {
      world.brand = await setUp(page, world)
    })
  },
  { script: false, sizes: ['phone'] },
)
