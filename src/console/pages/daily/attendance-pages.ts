/** The addresses of attendance at a site. */
import { accountMark } from '../../daily/account-mark.ts';
import type { ConsoleOptions } from '../../options.ts';
import type { Page, SignedIn } from '../../page.ts';
import { ATTENDANCE_ROLES, openAttendance, sendAttendance } from './attendance.tsx';
import { openReady, openShell, openWorker, takeActs } from './attendance-offline.tsx';

export function attendancePages(options: ConsoleOptions): readonly Page[] {
  const accountOf = ({ session }: SignedIn): string => accountMark(options.vault, session);
  const roles = ATTENDANCE_ROLES;
  return [
    { method: 'GET', path: '/attendance', roles, open: (asked) => openAttendance(asked, accountOf) },
    { method: 'POST', path: '/attendance', roles, open: (asked) => sendAttendance(asked, accountOf) },
    { method: 'GET', path: '/attendance/offline', roles, open: openShell },
    { method: 'GET', path: '/attendance/ready', roles, open: openReady(accountOf) },
    { method: 'POST', path: '/attendance/acts', roles, takesJson: true, open: takeActs(accountOf) },
    { method: 'GET', path: '/attendance-worker.js', roles: 'public', open: openWorker(options) },
  ];
}
