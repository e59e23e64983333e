import packageJson from '../../package.json' with { type: 'json' }
import type { AppInfo } from '../services/ports.ts'
import { readBuildId } from './renderer-folder.ts'

export const readAppInfo = (): AppInfo => ({ version: packageJson.version, build: readBuildId() })
