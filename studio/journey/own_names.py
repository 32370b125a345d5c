"""Names that are Locust's own on a user: what code keeps under one of them breaks the user."""

LOCUSTS_OWN = frozenset(
    {
        *("abstract", "client", "client_pool", "concurrency", "connection_timeout", "context"),
        *("default_headers", "environment", "fixed_count", "fullname", "full_name", "greenlet"),
        *("group", "host", "insecure", "iter_sse", "json", "max_redirects", "max_retries"),
        *("max_wait", "min_wait", "network_timeout", "on_start", "on_stop", "pool_manager"),
        *("proxy_host", "proxy_port", "random_pool", "rest", "rest_", "run"),
        *("ssl_context_factory", "start", "stop", "tasks", "trans", "user_agent", "wait"),
        *("wait_function", "wait_time", "weight"),
    }
)
