import { startDesktop } from './start-desktop.ts'

void startDesktop()
