# syntax=docker/dockerfile:1
# What the program runs on: glibc and libstdc++ are enough, since Node comes with it. For a shell: debian:trixie-slim,
# or registry.access.redhat.com/ubi9/ubi-minimal.
ARG BASE=gcr.io/distroless/cc-debian13
ARG NODE=docker.io/library/node:24-trixie-slim

# The bundle is the same for every architecture: made once, on the machine that builds.
FROM --platform=$BUILDPLATFORM ${NODE} AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY scripts/build.mjs scripts/
COPY src src
RUN npm run build

# Node itself is of the architecture that the image is for.
FROM ${NODE} AS node

FROM ${BASE}
ARG VERSION=0.1.0
ARG REVISION=
LABEL org.opencontainers.image.title="bond-injector" \
      org.opencontainers.image.description="Kubernetes mutating admission webhook that gives a labelled pod its SR-IOV links and the bond over them" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY LICENSE /opt/bond-injector/
COPY --from=build /src/dist/*.mjs /opt/bond-injector/
ENV NODE_ENV=production
# A number: with a name the kubelet could not tell that it is not root. OpenShift runs it as another one.
USER 65532:65532
EXPOSE 8443 8080
# A request makes little garbage; room for more than 4 MiB of it would cost 28 MiB idle with 5,000 networks, and 150 under
# load (measured), for a few per cent of processor time.
ENTRYPOINT ["/usr/local/bin/node", "--max-semi-space-size=4", "/opt/bond-injector/bond-injector.mjs"]
CMD ["serve"]
