/** How many reminders of a return are known to have reached a member: none, since this software sends none yet. */
export const remindersDelivered = (): number => 0;
