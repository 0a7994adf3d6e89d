/** How `npm start` starts the program, as it stands in package.json: 'exec node FLAGS src/main.ts'. */
import packageJson from '../../package.json' with { type: 'json' }

const [, node = '', ...args] = packageJson.scripts.start.split(' ')

/** Such as ['node', '--flag', 'src/main.ts'], from the project's root. */
export const START_COMMAND: readonly string[] = [node, ...args]

/** What stands between node and the file. */
export const NODE_FLAGS: readonly string[] = args.slice(0, -1)
