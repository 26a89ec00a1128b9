import { defineConfig } from 'vite'
import { precompressed } from './precompressed.ts'

export default defineConfig({
  root: import.meta.dirname,
  // Relative addresses: the page may stand in any folder of any host.
  base: './',
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  plugins: [precompressed()],
})
