/** What other rooms and the bank use of the room `throttle`. */
export { missPoints } from './limits.ts';
export { forgetThrottles } from './store/throttles.ts';
export { createThrottle, type Throttle, type ThrottleService } from './throttle.ts';
