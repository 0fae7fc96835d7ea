// Coverage is that of the sources: the bundles that some tests build and run would be counted as well.
import { globSync } from 'node:fs'

const sources = globSync('src/**/*.ts')

export default () => sources
