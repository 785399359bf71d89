/** The door of the room `throttle`: what other rooms and the bank use of it. */
export { missPoints } from './limits.ts';
export { forgetThrottles } from './store/throttles.ts';
export { createThrottle, type Throttle, type ThrottleService } from './throttle.ts';
