// Fails where a package that is installed for production has a licence that nobody has agreed to.
import { npmSbom } from './npm-sbom.ts'
import { componentsIn, refusedLicences } from './refused-licences.ts'

const components = componentsIn(JSON.parse(npmSbom('cyclonedx')))
const refused = refusedLicences(components)
for (const { name, version, licence } of refused) console.error(`${name} ${version}: ${licence} is not in the list`)
if (refused.length > 0) process.exitCode = 1
else console.log(`${components.length} packages, each under a licence that may be shipped`)
