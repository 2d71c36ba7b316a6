# The same build for every part: TITIAN_PARTS says which runs (migrate, api, worker or all).
FROM node:20-bookworm-slim AS build
WORKDIR /titian
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY workflows workflows
COPY activities activities
COPY workers workers
COPY src src
COPY witness witness
COPY verifier verifier
RUN node src/runtime/build.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
# Trusted authorities, for a sign-in service and a Temporal cluster behind TLS.
RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
WORKDIR /titian
COPY --from=build /titian/package.json ./
COPY --from=build /titian/node_modules node_modules
COPY --from=build /titian/dist dist
# Migrations are read from where they are written.
COPY --from=build /titian/src src
RUN mkdir /titian-data && chown node:node /titian-data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 TITIAN_DATA=/titian-data
VOLUME /titian-data
EXPOSE 8080
CMD ["node", "dist/src/runtime/main.js"]
