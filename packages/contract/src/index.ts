export * from './errors/index.ts'
export * from './platforms/index.ts'
export * from './pricing/index.ts'
export * from './schemas.ts'
