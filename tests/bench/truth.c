/* A web server that answers each request after a delay it knows, and keeps account of the delays.
 *
 * Delays are log-normal (p50 20 ms, p99 130 ms). The time of a request runs, by the server's own
 * monotonic clock, from the moment its last byte was read to the moment its answer was written.
 * GET /reset forgets the account, GET /truth tells it; neither is delayed or counted.
 *
 * Usage: truth PORT SECONDS. It ends by itself after so many seconds.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <math.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define MEDIAN_US 20000.0
#define SIGMA 0.8046 /* ln(130 / 20) / 2.3263 */
#define MOST_FILES 65536
#define LONGEST_US 4000000
#define MOST_EVENTS 512

static const char ANSWER[] =
    "HTTP/1.1 200 OK\r\nServer: truth\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\n"
    "Content-Type: application/json\r\nContent-Length: 36\r\nConnection: keep-alive\r\n\r\n"
    "{\"ok\":true,\"id\":12345,\"name\":\"item\"}";

struct connection {
    int64_t read_at;
    int length, is_waiting, is_gone;
    char text[2048];
};
struct due {
    int64_t at;
    int file;
};

static struct connection *connections[MOST_FILES];
static struct due heap[MOST_FILES];
static int waiting;
static uint32_t account[LONGEST_US + 1];
static uint64_t counted, accepted;
static uint64_t seed = 0x9E3779B97F4A7C15u;

static int64_t now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static double uniform(void) { /* xorshift64*, never 0 */
    seed ^= seed >> 12;
    seed ^= seed << 25;
    seed ^= seed >> 27;
    return ((seed * 2685821657736338717ULL >> 11) + 0.5) / 9007199254740992.0;
}

static int64_t delay_ns(void) { /* Box and Muller */
    double normal = sqrt(-2 * log(uniform())) * cos(2 * M_PI * uniform());
    double us = MEDIAN_US * exp(SIGMA * normal);
    return (int64_t)(1000 * fmin(us, LONGEST_US - 1));
}

static void push(struct due it) {
    int at = waiting++;
    while (at && heap[(at - 1) / 2].at > it.at) {
        heap[at] = heap[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap[at] = it;
}

static struct due pop(void) {
    struct due first = heap[0], last = heap[--waiting];
    int at = 0, next;
    while ((next = 2 * at + 1) < waiting) {
        if (next + 1 < waiting && heap[next + 1].at < heap[next].at)
            next++;
        if (heap[next].at >= last.at)
            break;
        heap[at] = heap[next];
        at = next;
    }
    heap[at] = last;
    return first;
}

static void leave(int file) {
    close(file);
    free(connections[file]);
    connections[file] = NULL;
}

static uint32_t rank_us(double share) { /* nearest rank */
    uint64_t wanted = (uint64_t)ceil(share * (double)counted), seen = 0;
    for (uint32_t us = 0; us <= LONGEST_US; us++)
        if ((seen += account[us]) >= wanted)
            return us;
    return LONGEST_US;
}

static void tell(int file) {
    char body[256], text[512];
    int length = snprintf(body, sizeof body,
                          "{\"requests\":%llu,\"connections\":%llu,\"p50_us\":%u,\"p95_us\":%u,\"p99_us\":%u}",
                          (unsigned long long)counted, (unsigned long long)accepted, rank_us(.5),
                          rank_us(.95), rank_us(.99));
    int whole = snprintf(text, sizeof text, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", length, body);
    if (write(file, text, whole) != whole)
        connections[file]->is_gone = 1;
}

static void answer_due(void) {
    int64_t now = now_ns();
    while (waiting && heap[0].at <= now) {
        int file = pop().file;
        struct connection *it = connections[file];
        it->is_waiting = 0;
        if (it->is_gone || write(file, ANSWER, sizeof ANSWER - 1) != (ssize_t)sizeof ANSWER - 1) {
            leave(file);
            continue;
        }
        now = now_ns();
        int64_t us = (now - it->read_at) / 1000;
        account[us < LONGEST_US ? us : LONGEST_US]++;
        counted++;
    }
}

static void hear(int file) {
    struct connection *it = connections[file];
    ssize_t came = read(file, it->text + it->length, sizeof it->text - 1 - it->length);
    if (came < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (came <= 0 || it->is_waiting) { /* it hung up, or speaks out of turn */
        if (it->is_waiting)
            it->is_gone = 1, shutdown(file, SHUT_RDWR);
        else
            leave(file);
        return;
    }
    it->length += came;
    it->text[it->length] = 0;
    if (!strstr(it->text, "\r\n\r\n")) {
        if (it->length > (int)sizeof it->text - 2)
            leave(file);
        return;
    }
    it->length = 0;
    if (!strncmp(it->text, "GET /truth", 10) || !strncmp(it->text, "GET /reset", 10)) {
        if (it->text[5] == 'r') {
            memset(account, 0, sizeof account);
            counted = 0;
        }
        tell(file);
        return;
    }
    it->is_waiting = 1;
    it->read_at = now_ns();
    push((struct due){it->read_at + delay_ns(), file});
}

static void accept_all(int door, int poll) {
    int file, yes = 1;
    while ((file = accept4(door, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
        if (file >= MOST_FILES) {
            close(file);
            continue;
        }
        setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        connections[file] = calloc(1, sizeof **connections);
        epoll_ctl(poll, EPOLL_CTL_ADD, file, &(struct epoll_event){EPOLLIN, {.fd = file}});
        accepted++;
    }
}

static void set_alarm(int timer) {
    struct itimerspec when = {0};
    if (waiting) {
        when.it_value.tv_sec = heap[0].at / 1000000000;
        when.it_value.tv_nsec = heap[0].at % 1000000000;
    }
    timerfd_settime(timer, TFD_TIMER_ABSTIME, &when, NULL);
}

int main(int count, char **arguments) {
    if (count != 3)
        return 2;
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    int door = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), yes = 1;
    setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    struct sockaddr_in place = {AF_INET, htons(atoi(arguments[1])), {htonl(INADDR_LOOPBACK)}, {0}};
    if (bind(door, (struct sockaddr *)&place, sizeof place) || listen(door, 8192))
        return 1;
    int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK), poll = epoll_create1(0);
    epoll_ctl(poll, EPOLL_CTL_ADD, door, &(struct epoll_event){EPOLLIN, {.fd = door}});
    epoll_ctl(poll, EPOLL_CTL_ADD, timer, &(struct epoll_event){EPOLLIN, {.fd = timer}});
    int64_t end = now_ns() + atoll(arguments[2]) * 1000000000LL;
    struct epoll_event events[MOST_EVENTS];
    while (now_ns() < end) {
        int found = epoll_wait(poll, events, MOST_EVENTS, 1000);
        for (int n = 0; n < found; n++) {
            int file = events[n].data.fd;
            if (file == door)
                accept_all(door, poll);
            else if (file != timer && connections[file])
                hear(file);
        }
        answer_due();
        set_alarm(timer);
    }
    return 0;
}
