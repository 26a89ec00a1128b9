FROM node:20-slim AS dashboard
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
COPY packages ./packages
RUN npm ci && npm run build

FROM node:20-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json ./
COPY packages ./packages
RUN npm ci --omit=dev && npm cache clean --force
COPY prisma ./prisma
COPY --from=dashboard /app/packages/dashboard/dist ./packages/dashboard/dist
ENV HOST=0.0.0.0 NODE_ENV=production
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:4000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "packages/server/src/main.ts"]
