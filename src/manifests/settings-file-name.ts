/** Of the program's own settings, which stand among manifests where a repository has them at its root. */
export const settingsFileName = '.bond-injector.yaml'
