package io.huikuan.notification.api;

import io.huikuan.kernel.identity.Roles;
import io.huikuan.notification.Device;
import io.huikuan.notification.Devices;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Devices that take pushes. */
@GraphQLApi
public class DeviceApi {

    private final Devices devices;

    DeviceApi(Devices devices) {
        this.devices = devices;
    }

    @Query
    @NonNull
    @Description("Your devices that take pushes, the last registered first; at most 20.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP, Roles.PARTNER})
    public List<@NonNull Device> myDevices() {
        return devices.own();
    }

    @Query
    @NonNull
    @Description("The key with which a browser subscribes to pushes, its applicationServerKey, in Base64 for URLs.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP, Roles.PARTNER})
    public String webPushKey() {
        return devices.webPushKey();
    }

    @Mutation
    @Description("Registers a device for pushes to you; one that was somebody else's becomes yours.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP, Roles.PARTNER})
    public DevicePayload registerDevice(@NonNull @Description("The device.") RegisterDeviceInput input) {
        return DevicePayload.of(devices.register(input.wish()));
    }

    @Mutation
    @Description("Ends the pushes to one of your devices, as at signing out.")
    @RunOnVirtualThread
    @RolesAllowed({Roles.ADMIN, Roles.FINANCE, Roles.MANAGER, Roles.REP, Roles.PARTNER})
    public DevicePayload unregisterDevice(@NonNull @Description("Which one.") UnregisterDeviceInput input) {
        return DevicePayload.of(devices.unregister(input.wish()));
    }
}
