# docs/running.md says how to use it. A test holds its versions to those of the repository.
FROM node:24.21.0-trixie-slim AS dependencies
WORKDIR /app
# Only a changed lock file downloads packages again.
COPY pnpm-lock.yaml pnpm-workspace.yaml .pnpmfile.mjs ./
RUN npx -y pnpm@12.21.0 fetch --prod
COPY . .
# Two links that only development dependencies make otherwise: the contract's peers, and the operator's commands, which are part of the
# server. The image has a Node already.
RUN npx -y pnpm@12.21.0 install --prod --offline --frozen-lockfile --filter '@powerpost/api...' --filter '@powerpost/cli...' \
  && ln -s ../../apps/api/node_modules packages/contract/node_modules \
  && ln -s ../../../../apps/api packages/cli/node_modules/@powerpost/api \
  && rm -rf node_modules/node-linux-* node_modules/.pnpm/node-linux-* node_modules/.bin/node

FROM node:24.21.0-trixie-slim
# tini passes signals on, and reaps what killed child processes leave behind. ffmpeg extracts frames and thumbnails of videos.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ffmpeg tini \
  && rm -rf /var/lib/apt/lists/* \
  && install -d -o node -g node -m 700 /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 POWERPOST_DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /app ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--"]
CMD ["node", "apps/api/src/main.ts"]
