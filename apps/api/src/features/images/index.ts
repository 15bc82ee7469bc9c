export { createImagesWorker } from './images-worker.ts'
export { findImageGenerationUse } from './find-medium-use.ts'
export { purgeImageGenerations } from './purge-image-generations.ts'
export { createImageRoutes } from './routes.ts'
