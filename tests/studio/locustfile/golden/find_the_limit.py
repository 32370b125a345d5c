from locust import HttpUser, between, task


class WebsiteUser(HttpUser):
    wait_time = between(5, 15)

    def on_start(self):
        self.client.post("/login", data={"username": "test_user", "password": ""})

    @task
    def index(self):
        self.client.get("/")
        self.client.get("/static/assets.js")

    @task
    def about(self):
        self.client.get("/about/")


# Planned as a search for the limit, from 10 users to 2000.
# Locust has no shape for that: choose --users, --spawn-rate and --run-time yourself.
