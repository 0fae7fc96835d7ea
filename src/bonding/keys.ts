/** The label that selects a pod; its value names a bond network of the pod's namespace, or is empty. */
export const bondLabel = 'bond-injector.io/bond'

/** Annotations of this program. `links` is read on pods and on bond networks, `ignore` on pods, workloads and all networks. */
export const annotations = {
  bonds: 'bond-injector.io/bonds',
  links: 'bond-injector.io/links',
  container: 'bond-injector.io/container',
  status: 'bond-injector.io/status',
  ignore: 'bond-injector.io/ignore',
} as const

/** Annotations that other programs define: Multus (pkg/k8sclient), kubectl, the kubelet. */
export const foreignAnnotations = {
  networks: 'k8s.v1.cni.cncf.io/networks',
  resourceName: 'k8s.v1.cni.cncf.io/resourceName',
  defaultNetwork: 'v1.multus-cni.io/default-network',
  defaultContainer: 'kubectl.kubernetes.io/default-container',
  mirror: 'kubernetes.io/config.mirror',
} as const
