/**
 * How many mappings and lists may stand inside each other. kubectl takes 10,000, but no field of Kubernetes comes near;
 * every reader of a tree here, the package `yaml` first, calls itself for each level, and some 800 fill the stack.
 */
export const deepestNesting = 500
