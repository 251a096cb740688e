/* pager.c - a long list on a terminal goes through a pager. */
#include "cli.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

pid_t pager_open(void)
{
    const char *pager = getenv("PAGER");
    int ends[2];
    if (!isatty(STDOUT_FILENO) || (pager != NULL && *pager == '\0') || pipe(ends) != 0)
        return 0;
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[0], STDIN_FILENO);
        close(ends[0]);
        close(ends[1]);
        signal(SIGPIPE, SIG_DFL);
        setenv("LESS", "FRSX", 0);
        execlp("sh", "sh", "-c", pager != NULL ? pager : "less -R", (char *)NULL);
        execlp("cat", "cat", (char *)NULL);
        _exit(127);
    }
    if (child < 0) {
        close(ends[0]);
        close(ends[1]);
        return 0;
    }
    signal(SIGINT, SIG_IGN);  /* Ctrl-C is for the pager; when that ends, so does the output */
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    return child;
}

void pager_close(pid_t child)
{
    if (child <= 0)
        return;
    fflush(stdout);
    close(STDOUT_FILENO);
    waitpid(child, NULL, 0);
}
