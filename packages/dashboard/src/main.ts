import { startPage } from './page.ts'

startPage(document.querySelector<HTMLElement>('#page')!)
